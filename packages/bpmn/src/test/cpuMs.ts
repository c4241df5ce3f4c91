/** Processor time that something takes, in milliseconds: unlike the clock, it does not grow when others are busy. */
export async function cpuMs(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
