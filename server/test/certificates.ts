// tsyringe, under x509, refuses to load without it.
import "reflect-metadata";
import { randomBytes, webcrypto } from "node:crypto";
import { isIP } from "node:net";
import {
  BasicConstraintsExtension,
  type JsonGeneralNames,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const DAY_MS = 86_400_000;

/** A certificate and its private key, PEM both. */
interface IssuedCertificate {
  cert: string;
  key: string;
}

export interface TestAuthority {
  caPem: string;
  /** A server certificate for DNS names and IP addresses. */
  issue(names: string[]): Promise<IssuedCertificate>;
}

/** A certificate authority of its own, known to nobody, valid for a day. */
export async function createAuthority(): Promise<TestAuthority> {
  const keys = await generateKeys();
  const name = `CN=Errand test authority ${randomBytes(4).toString("hex")}`;
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...validity(),
    name,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
    ],
  });

  return {
    caPem: authority.toString("pem"),
    async issue(names) {
      const own = await generateKeys();
      const certificate = await X509CertificateGenerator.create({
        ...validity(),
        subject: `CN=${names[0]}`,
        issuer: name,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        extensions: [new SubjectAlternativeNameExtension(names.map(toGeneralName))],
      });
      return { cert: certificate.toString("pem"), key: await toPem(own.privateKey) };
    },
  };
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
}

function validity() {
  return {
    serialNumber: `01${randomBytes(8).toString("hex")}`,
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + DAY_MS),
    signingAlgorithm: ALGORITHM,
  };
}

function toGeneralName(value: string): JsonGeneralNames[number] {
  return { type: isIP(value) === 0 ? "dns" : "ip", value };
}

async function toPem(key: webcrypto.CryptoKey): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY");
}
