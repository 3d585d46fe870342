/** Closes the panel. */
export const CLOSE =
  "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6 10.6 12 5 6.4Z";
/** Shows the visitor's conversations. */
export const CHATS = "M4 6h16v2H4Zm0 5h16v2H4Zm0 5h10v2H4Z";
/** Leads back to the conversation. */
export const BACK = "m14.5 5.5 1.4 1.4-5.1 5.1 5.1 5.1-1.4 1.4L8 12Z";
/** Sends the message. */
export const SEND = "M11 19V8.8l-4.3 4.3-1.4-1.4L12 5l6.7 6.7-1.4 1.4L13 8.8V19Z";
/** Stops the reply. */
export const STOP = "M7 7h10v10H7Z";

/** A drawing for the eyes only, in the colour of its text. */
export function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path fill="currentColor" d={path} />
    </svg>
  );
}
