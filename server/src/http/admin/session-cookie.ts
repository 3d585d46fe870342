import type { CookieOptions, Request, Response } from "express";

/** Puts the session's token into a cookie, reads it, and takes it away. */
export interface SessionCookie {
  read(request: Request): string | undefined;
  set(response: Response, token: string): void;
  clear(response: Response): void;
}

/** `__Host-` (RFC 6265bis §4.1.3.2) needs https; a server on http://localhost has the plain name. */
export function createSessionCookie(publicUrl: string): SessionCookie {
  const secure = publicUrl.startsWith("https:");
  const name = secure ? "__Host-errand_admin" : "errand_admin";
  const options: CookieOptions = { httpOnly: true, sameSite: "strict", path: "/", secure };
  return {
    read: (request) =>
      (request.headers.cookie ?? "")
        .split(";")
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${name}=`))
        ?.slice(name.length + 1),
    set: (response, token) => void response.cookie(name, token, options),
    clear: (response) => void response.clearCookie(name, options),
  };
}
