/** Loaded into a measured process: tells over the channel to its parent what it has used. Does not keep it alive. */
export interface Usage {
  /** Processor time of all threads, user and system, microseconds. */
  cpu: number;
  /** Resident memory, bytes. */
  memory: number;
}

process.on('message', (message) => {
  if (message !== 'usage') return;
  const { user, system } = process.cpuUsage();
  const usage: Usage = { cpu: user + system, memory: process.memoryUsage.rss() };
  process.send?.(usage);
});
process.channel?.unref();
