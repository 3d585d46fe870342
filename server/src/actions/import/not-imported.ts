/** Why one operation becomes no draft. The message is a sentence for the site's owner. */
export class NotImported extends Error {
  override readonly name = "NotImported";
}
