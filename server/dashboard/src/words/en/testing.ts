/** Test runs, their outcomes and what went over the wire. */
export const testing = {
  test: {
    title: "Test",
    mode: "What to do with what is on this page",
    useAnswer: "Use this answer for fields and card",
    used: "The answer's fields and a card were filled in. Look at the part Answer.",
    text: "Runs what is on this page, saved or not, just as it runs for a visitor.",
    samples: "Sample values",
    oneALine: "One a line.",
    visitor: "Visitor",
    verification: "Proved by",
    anonymous: "Anonymous",
    claims: "Claims as JSON",
    claimsHint: "What the token would say beside user_id.",
    locale: "Language",
    dryRun: "Dry run",
    dryRunHint: "Shows the request without sending it.",
    run: "Run test",
    running: "Running…",
    result: "Result",
    dryOk: "The request is sound. It was not sent.",
    notYet: "Some fields need attention before this can run.",
  },
  outcomes: {
    ok: { title: "OK", advice: "" },
    remote_error: {
      title: "Refused",
      advice: "The endpoint answered with an error. Its status and body say why.",
    },
    timeout: {
      title: "Timed out",
      advice: "No whole answer came in time. Make the endpoint faster or allow more seconds.",
    },
    too_large: { title: "Too large", advice: "The answer is over 1 MB. Let the endpoint answer with less." },
    blocked_address: {
      title: "Blocked address",
      advice:
        "The address is private or not allowed. The operator can permit it with ERRAND_PRIVATE_ORIGINS.",
    },
    blocked_redirect: {
      title: "Redirected",
      advice: "Redirects are not followed. Enter the address that the endpoint redirects to.",
    },
    tls_error: {
      title: "TLS error",
      advice: "The certificate could not be trusted. Check its name, its date and its chain.",
    },
    network_error: {
      title: "Unreachable",
      advice: "No connection could be made. Check the host's name and whether the endpoint is up.",
    },
    invalid_arguments: {
      title: "Wrong value",
      advice: "A value does not fit its parameter. Check the type, and that required ones are there.",
    },
    identity_required: {
      title: "Needs identity",
      advice: "This action needs a visitor proved by JWT, with the claims that it uses.",
    },
    not_approved: { title: "Not approved", advice: "The visitor did not approve the call." },
    definition_error: {
      title: "Wrong definition",
      advice: "The definition cannot be run as it stands. Check the request and its key.",
    },
  },
  exchange: {
    request: "Request as sent",
    response: "Answer",
    headers: (count: number) => (count === 1 ? "1 header" : `${count} headers`),
    requestBody: "Body of the request",
    responseBody: "Body of the answer",
    noBody: "No body",
    noRequest: "No request left the server.",
    noResponse: "No answer came.",
    truncated: "The rest was cut off.",
    reason: (status: number): string =>
      status < 300 ? "Success" : status < 400 ? "Redirect" : status < 500 ? "Refused" : "Server error",
  },
};
