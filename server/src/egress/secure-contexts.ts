import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";

export interface SecureContexts {
  public: SecureContext;
  private: SecureContext;
}

/**
 * What certificates are checked against: the default authorities, and for private origins `extraCa` (PEM) as well.
 * Throws when `extraCa` is not a certificate.
 */
export function createSecureContexts(extraCa: string | undefined): SecureContexts {
  const defaults = createSecureContext({ minVersion: "TLSv1.2" });
  if (extraCa === undefined) return { public: defaults, private: defaults };
  const ca = [...getCACertificates("default"), extraCa];
  return { public: defaults, private: createSecureContext({ minVersion: "TLSv1.2", ca }) };
}
