import { expect, it, vi } from "vitest";
import { createPersonNews } from "./person-news.ts";

const forever = new AbortController().signal;

it("wakes everybody who waits in a conversation, and nobody else", async () => {
  const news = createPersonNews();
  const other = vi.fn();
  void news.wait("cnv_2", 60_000, forever).then(other);
  const waiting = [news.wait("cnv_1", 60_000, forever), news.wait("cnv_1", 60_000, forever)];
  news.tell("cnv_1");
  await Promise.all(waiting);
  expect(other).not.toHaveBeenCalled();
});

it("does not outlive who waits, nor the server", async () => {
  const news = createPersonNews();
  const gone = new AbortController();
  const waiting = [news.wait("cnv_1", 60_000, gone.signal), news.wait("cnv_2", 60_000, forever)];
  gone.abort();
  await waiting[0];
  news.close();
  await waiting[1];
  await news.wait("cnv_3", 60_000, forever);
});
