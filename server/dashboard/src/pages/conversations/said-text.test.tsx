import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { SaidText } from "./said-text.tsx";

afterEach(cleanup);

const drawn = (text: string) => render(<SaidText text={text} />).container.firstElementChild?.innerHTML;

test("lists and emphasis are drawn, everything else stays as it was said", () => {
  expect(drawn("Here it is:\n\n- **Status**: in `transit`\n- **Total**: 5 * 3\n\nAnything\nelse?")).toBe(
    "<p>Here it is:</p><ul><li><strong>Status</strong>: in <code>transit</code></li>" +
      "<li><strong>Total</strong>: 5 * 3</li></ul><p>Anything\nelse?</p>",
  );
  expect(drawn("First:\n1. one\n2. two")).toBe("<p>First:</p><ol><li>one</li><li>two</li></ol>");
});

test("what looks like HTML or a link is text", () => {
  expect(drawn("<b>no</b> [here](https://example.com)")).toBe(
    "<p>&lt;b&gt;no&lt;/b&gt; [here](https://example.com)</p>",
  );
});
