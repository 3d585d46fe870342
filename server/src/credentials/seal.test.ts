import { createDecipheriv, hkdfSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseKeyring } from "./keyring.ts";
import type { SealContext } from "./seal-context.ts";
import { createSealer } from "./seal.ts";

const keyText = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
const sealerOf = (...keys: string[]) => createSealer(parseKeyring(keys.join(",")));

const sealer = sealerOf(keyText("k1", 1));
const text = fc.string({ unit: "grapheme" });

const contexts: fc.Arbitrary<SealContext> = fc.oneof(
  fc.record({
    purpose: fc.constant("credential" as const),
    site: text,
    action: text,
    headerName: text,
    origin: text,
    tokenOrigin: text,
  }),
  fc.record({
    purpose: fc.constant("access_token" as const),
    site: text,
    action: text,
    tokenUrl: text,
    origin: text,
    grant: text,
  }),
  fc.record({ purpose: fc.constant("identity_secret" as const), site: text, secret: text }),
  fc.record({ purpose: fc.constant("webhook_secret" as const), site: text, secret: text }),
  fc.record({ purpose: fc.constant("signing_key" as const), key: text }),
);

const context: SealContext = {
  purpose: "credential",
  site: "site_1",
  action: "act_1",
  headerName: "X-API-Key",
  origin: "https://api.acme.com",
};

const failure = (code: string) => expect.objectContaining({ name: "SealError", code });

describe("a sealed value", () => {
  it("opens to what was sealed, in its own place", () => {
    fc.assert(
      fc.property(text, contexts, (plaintext, place) => {
        expect(sealer.open(sealer.seal(plaintext, place), place)).toBe(plaintext);
      }),
    );
  });

  it("is AES-256-GCM under a key that HKDF made for this record and purpose", () => {
    const [version, keyId, ...parts] = sealer.seal("sk-live-1234", context).split(".");
    const [salt, iv, sealed] = parts.map((part) => Buffer.from(part, "base64url")) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    const key = hkdfSync("sha256", Buffer.alloc(32, 1), salt, "errand/v1/credential", 32);
    const decipher = createDecipheriv("aes-256-gcm", Buffer.from(key), iv, { authTagLength: 16 });
    const place = ["v1", "credential", "site_1", "act_1", "X-API-Key", "https://api.acme.com"];
    decipher.setAAD(Buffer.from(JSON.stringify(place))).setAuthTag(sealed.subarray(-16));
    const opened = decipher.update(sealed.subarray(0, -16), undefined, "utf8") + decipher.final("utf8");
    expect([version, keyId, salt.length, iv.length, opened]).toEqual(["v1", "k1", 16, 12, "sk-live-1234"]);
  });

  it("opens in no other place", () => {
    fc.assert(
      fc.property(contexts, contexts, (place, other) => {
        fc.pre(JSON.stringify(place) !== JSON.stringify(other));
        const envelope = sealer.seal("sk-live-1234", place);
        expect(() => sealer.open(envelope, other)).toThrow(failure("not_authentic"));
      }),
    );
  });

  it.each(["site", "action", "headerName", "origin"])("does not open when its %s was changed", (field) => {
    const envelope = sealer.seal("sk-live-1234", context);
    expect(() => sealer.open(envelope, { ...context, [field]: "other" })).toThrow(failure("not_authentic"));
  });

  it("does not open where the same characters stand in other fields", () => {
    const envelope = sealer.seal("sk-live-1234", { ...context, site: "a", action: "b,c" });
    for (const [site, action] of [
      ["a,b", "c"],
      ['a","b', "c"],
      ["ab,c", ""],
      ["", "ab,c"],
    ] as const) {
      expect(() => sealer.open(envelope, { ...context, site, action })).toThrow(failure("not_authentic"));
    }
  });

  it("does not open with any one bit of its bytes turned", () => {
    const envelope = sealer.seal("sk-live-1234", context);
    const parts = envelope.split(".");
    for (const part of [2, 3, 4]) {
      const bytes = Buffer.from(parts[part] ?? "", "base64url");
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const turned = Buffer.from(bytes);
        turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const changed = parts.with(part, turned.toString("base64url")).join(".");
        expect(() => sealer.open(changed, context)).toThrow(failure("not_authentic"));
      }
    }
  });

  it("does not open with any one character replaced", () => {
    const envelope = sealer.seal("sk-live-1234", context);
    fc.assert(
      fc.property(fc.nat(envelope.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        fc.pre(envelope[at] !== character);
        const changed = envelope.slice(0, at) + character + envelope.slice(at + 1);
        expect(() => sealer.open(changed, context)).toThrow(expect.objectContaining({ name: "SealError" }));
      }),
    );
  });

  it("does not open with a shortened tag or a part too many or too few", () => {
    const envelope = sealer.seal("", context);
    const [version, id, salt, iv, tag = ""] = envelope.split(".");
    const short = Buffer.from(tag, "base64url").subarray(0, 4).toString("base64url");
    for (const changed of [
      [version, id, salt, iv, short],
      [version, id, salt, iv, ""],
      [version, id, salt, iv],
      [version, id, salt, iv, tag, tag],
      ["v2", id, salt, iv, tag],
      [version, "", salt, iv, tag],
      [version, id, iv, salt, tag],
      [version, id, salt, iv, `${tag}=`],
      [""],
    ]) {
      expect(() => sealer.open(changed.join("."), context)).toThrow(failure("malformed"));
    }
  });

  it("is never the same twice", () => {
    const envelopes = Array.from({ length: 100 }, () => sealer.seal("sk-live-1234", context));
    expect(new Set(envelopes).size).toBe(100);
    expect(new Set(envelopes.map((envelope) => envelope.split(".")[2])).size).toBe(100);
  });

  it("holds neither its secret nor its place in the clear", () => {
    const envelope = sealer.seal("sk-live-1234", context);
    const bytes = envelope.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"));
    for (const secret of ["sk-live", "site_1", "api.acme.com"]) {
      expect([envelope, ...bytes].join("\n")).not.toContain(secret);
    }
  });

  it("is not made of text that UTF-8 would change", () => {
    expect(() => sealer.seal("a\ud800", context)).toThrow(TypeError);
  });
});

describe("a keyring of several keys", () => {
  const before = sealerOf(keyText("old", 1));
  const during = sealerOf(keyText("new", 2), keyText("old", 1));
  const after = sealerOf(keyText("new", 2));

  it("opens what any of its keys sealed, and seals under the first", () => {
    expect(during.open(before.seal("sk-live-1234", context), context)).toBe("sk-live-1234");
    expect(after.open(during.seal("sk-live-1234", context), context)).toBe("sk-live-1234");
  });

  it("re-seals under the first key, and leaves alone what is sealed so", () => {
    const old = before.seal("sk-live-1234", context);
    const renewed = during.rekey(old, context);
    expect(after.open(renewed, context)).toBe("sk-live-1234");
    expect(during.rekey(renewed, context)).toBe(renewed);
    expect(() => during.rekey(old, { ...context, site: "site_2" })).toThrow(failure("not_authentic"));
  });

  it("is read again before each sealing and for a key it lacks, and forgets none", () => {
    let text = keyText("old", 1);
    const running = createSealer(parseKeyring(text), () => parseKeyring(text));
    const old = running.seal("sk-live-1234", context);
    text = `${keyText("new", 2)},${keyText("old", 1)}`;
    expect(running.open(after.seal("sk-live-5678", context), context)).toBe("sk-live-5678");
    text = keyText("new", 2);
    expect(after.open(running.seal("sk-live-9012", context), context)).toBe("sk-live-9012");
    expect(running.open(old, context)).toBe("sk-live-1234");
  });

  it("names the key that is missing", () => {
    expect(() => after.open(before.seal("sk-live-1234", context), context)).toThrow(
      expect.objectContaining({
        code: "unknown_key",
        message: 'The key "old" is not in ERRAND_SECRET_KEYS.',
      }),
    );
  });

  it("tells by a check whether a key is the same as before", () => {
    const check = during.makeCheck("old");
    expect(during.verifyCheck(check)).toBe("valid");
    expect(before.verifyCheck(check)).toBe("valid");
    expect(after.verifyCheck(check)).toBe("unknown_key");
    expect(sealerOf(keyText("old", 9)).verifyCheck(check)).toBe("wrong_key");
    expect(during.verifyCheck("damaged")).toBe("wrong_key");
    expect(during.verifyCheck(during.seal("", context))).toBe("wrong_key");
  });
});
