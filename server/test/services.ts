/** Whether a service that tests need answers. @throws when it must, and does not */
export async function isThere(what: string, ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (cause) {
    const reason = `${what} does not answer`;
    if (process.env["CI"] === "true" && process.env["ERRAND_TEST_SERVICES"] === "required") {
      throw new Error(reason, { cause });
    }
    process.emitWarning(`${reason}: the tests that need it do not run.`);
    return false;
  }
}
