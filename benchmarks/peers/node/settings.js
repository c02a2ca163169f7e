// What every peer is told by the runner. The token is a made-up one: no peer ever calls Telegram.
export const port = Number(process.env.SERVER_PORT);
export const path = '/telegram/webhook/main';
export const token = process.env.TELEGRAM_BOT_TOKEN;
export const secretToken = process.env.TELEGRAM_WEBHOOK_SECRET;

// Known beforehand, so that no getMe is asked before the first update.
export const botInfo = {
  id: 4200,
  is_bot: true,
  first_name: 'Bench',
  username: 'bench_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
};

/** Listens on the loopback address; SIGTERM stops listening, runs `close` and ends the process. */
export function serve(server, close = async () => {}) {
  // Telegram keeps its connections; Node's default of 5 s would close them between two rounds.
  server.keepAliveTimeout = 120_000;
  server.listen(port, '127.0.0.1', 1024);
  process.once('SIGTERM', async () => {
    server.closeAllConnections();
    await close();
    process.exit(0);
  });
}
