/** Pages of webhooks, each in a piece of its own. */
export const pages = {
	all: async () => (await import("./webhooks-page.tsx")).WebhooksPage,
	one: async () => (await import("./webhook-page.tsx")).WebhookPage,
} as const;
