import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import type { ShopFolder } from "./shop-folder.ts";

const AUTHORITY = "authority.pem";
const CERTIFICATE = "certificate.pem";
const KEY = "key.pem";

const DAY_MS = 24 * 60 * 60 * 1_000;
const VALID_DAYS = 90;
const RENEW_DAYS = 7;
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** What the order API serves HTTPS with, PEM. */
export interface Certificates {
  /** Path of the authority's certificate, for `ERRAND_CA_FILE`. */
  authorityFile: string;
  certificate: string;
  key: string;
}

/**
 * A certificate for `localhost` and 127.0.0.1 under an authority of the shop's own, whose key is thrown away.
 * Both are kept in the folder and made again a week before they expire.
 */
export async function readCertificates(folder: ShopFolder, now = new Date()): Promise<Certificates> {
  const kept = readKept(folder, now);
  if (kept) return kept;
  const made = await makeCertificates(now);
  folder.write(KEY, made.key);
  folder.write(CERTIFICATE, made.certificate);
  folder.write(AUTHORITY, made.authority);
  return { authorityFile: folder.path(AUTHORITY), certificate: made.certificate, key: made.key };
}

function readKept(folder: ShopFolder, now: Date): Certificates | undefined {
  const [authority, certificate, key] = [AUTHORITY, CERTIFICATE, KEY].map((name) => folder.read(name));
  if (!authority || !certificate || !key) return undefined;
  const { notAfter } = new x509.X509Certificate(certificate);
  if (notAfter.getTime() - now.getTime() < RENEW_DAYS * DAY_MS) return undefined;
  return { authorityFile: folder.path(AUTHORITY), certificate, key };
}

async function makeCertificates(now: Date) {
  const generateKeys = () => crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const [authorityKeys, keys] = await Promise.all([generateKeys(), generateKeys()]);
  const validity = {
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + VALID_DAYS * DAY_MS),
    signingAlgorithm: ALGORITHM,
  };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: "CN=Errand sample shop authority",
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity,
    subject: "CN=localhost",
    issuer: authority.subject,
    signingKey: authorityKeys.privateKey,
    publicKey: keys.publicKey,
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        { type: "dns", value: "localhost" },
        { type: "ip", value: "127.0.0.1" },
      ]),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    ],
  });
  return {
    authority: authority.toString("pem"),
    certificate: certificate.toString("pem"),
    key: x509.PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY"),
  };
}
