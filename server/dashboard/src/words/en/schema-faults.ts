/** What the schemas say of a value, by their English sentence; a quoted text stands as "…". */
export const schemaFaults = {
  schemaFaults: {
    "must not be empty": "must not be empty",
    "must be an origin, such as https://shop.example or https://*.shop.example":
      "must be an origin, such as https://shop.example or https://*.shop.example",
    "must be an address such as https://shop.example/logo.png":
      "must be an address such as https://shop.example/logo.png",
    "must be a colour such as #2f6feb": "must be a colour such as #2f6feb",
    "must be a host name, such as images.example.com": "must be a host name, such as images.example.com",
    "must be a JSON Pointer, such as /orders": "must be a JSON Pointer, such as /orders",
    "must be a JSON Pointer, such as /status": "must be a JSON Pointer, such as /status",
    "must be a BCP 47 language tag, such as en or pt-BR":
      "must be a BCP 47 language tag, such as en or pt-BR",
    "must be a time zone, such as Asia/Baku or Europe/Berlin":
      "must be a time zone, such as Asia/Baku or Europe/Berlin",
    "must be letters, digits, _ or -, not digits alone": "must be letters, digits, _ or -, not digits alone",
    "must be the name of one claim, such as plan": "must be the name of one claim, such as plan",
    "needs at least one value": "needs at least one value",
    "must be snake_case: a-z, 0-9 and _, starting with a letter":
      "must be snake_case: a-z, 0-9 and _, starting with a letter",
    "must say when the assistant should use this action":
      "must say when the assistant should use this action",
    "must be at most 2,048 characters": "must be at most 2,048 characters",
    "must not hold a placeholder": "must not hold a placeholder",
    "needs a webhookUrl or an email": "needs a webhookUrl or an email",
    "a choice needs at least one option": "a choice needs at least one option",
    "must be printable ASCII without a space at either end":
      "must be printable ASCII without a space at either end",
    "a query key must not hold a placeholder": "a query key must not hold a placeholder",
    "is not well-formed Unicode": "is not well-formed Unicode",
    "a form is made of body fields; a JSON template cannot be sent as one":
      "a form is made of body fields; a JSON template cannot be sent as one",
    "must be an HTTP header name, such as X-Shop": "must be an HTTP header name, such as X-Shop",
    "must be printable ASCII": "must be printable ASCII",
    "must be scopes parted by single spaces": "must be scopes parted by single spaces",
    "must be an action's identifier, such as lookup_order":
      "must be an action's identifier, such as lookup_order",
    "must not have a space, a backslash or an invisible character; percent-encode it":
      "must not have a space, a backslash or an invisible character; percent-encode it",
    "has no host; write it as https://api.example.com/path":
      "has no host; write it as https://api.example.com/path",
    "must not have a placeholder in its host or port": "must not have a placeholder in its host or port",
    "must not have a user name or a password; put it under authorization":
      "must not have a user name or a password; put it under authorization",
    "must not have . or .. between slashes": "must not have . or .. between slashes",
    "must not have a #fragment: it never reaches a server":
      "must not have a #fragment: it never reaches a server",
    "must not have a placeholder in a query key": "must not have a placeholder in a query key",
    "has a % that no two hexadecimal digits follow; write it as %25":
      "has a % that no two hexadecimal digits follow; write it as %25",
    '"…" must start with https://': '"…" must start with https://',
    '"…" is not a URL': '"…" is not a URL',
    '"…" stands twice': '"…" stands twice',
    '"…" is set by the call itself': '"…" is set by the call itself',
    '"…" is the authorization\'s own header': '"…" is the authorization\'s own header',
    '"…" is used in the request, so it must be required':
      '"…" is used in the request, so it must be required',
  },
};
