import { expect, it } from "vitest";
import { webhookSignature } from "./webhook-signature.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const call = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: '{"test": 2432232314}' };
const SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

it("is the one that the reference libraries of Standard Webhooks are tested with", () => {
  expect(webhookSignature([SECRET], call)).toBe(SIGNATURE);
  expect(webhookSignature([SECRET], { ...call, body: Buffer.from(call.body) })).toBe(SIGNATURE);
});

it("has one for each secret, in their order", () => {
  const other = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
  const [alone] = webhookSignature([other], call).split(" ");
  expect(webhookSignature([other, SECRET], call)).toBe(`${alone} ${SIGNATURE}`);
});
