/**
 * The first of fifty ports that are this process's own, so that runs beside each other, two workers or two whole
 * suites, seldom want the same one. All lie below those that systems hand out by themselves, and are none that
 * browsers refuse.
 */
export const portRange = 24_000 + (process.pid % 160) * 50;
