import { describe, expect, it } from "vitest";
import type { EventVisitor } from "./delivery.ts";
import { mailText } from "./mail-text.ts";

const AT = "2026-01-01T00:00:00.000Z";
const mailOf = (visitor: EventVisitor) =>
  mailText({
    type: "conversation.message",
    timestamp: AT,
    data: {
      site: { id: "site_1", name: "Shop" },
      conversation: "cnv_1",
      locale: "en",
      visitor,
      message: { id: "msg_1", text: "Hello", at: AT },
    },
  });

describe("the subject of a mail", () => {
  it("names whoever proved their name", () => {
    const proved = { user_id: "7", user_name: "Ada", verified: ["user_id", "user_name"] };
    expect(mailOf({ verification: "jwt", ...proved }).subject).toBe("Ada wrote on Shop");
  });

  it("says of a name that a page only declared that nobody proved it", () => {
    const declared = { user_id: "7", user_name: "Ada, your director", verified: ["user_id"] };
    const { subject, text } = mailOf({ verification: "user_hash", ...declared });
    expect(subject).toBe("Ada, your director (not verified) wrote on Shop");
    expect(text).toContain("Visitor: 7, Ada, your director (not verified)");
  });

  it("is one line, whatever a name holds", () => {
    const name = "Ada\r\nBcc: all@example.com\u2028x";
    const { subject } = mailOf({ verification: "user_hash", user_id: "7", user_name: name, verified: [] });
    expect(subject).toBe("Ada Bcc: all@example.com x (not verified) wrote on Shop");
  });
});
