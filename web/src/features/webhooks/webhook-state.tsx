import { useTranslation } from "react-i18next";
import type { Webhook } from "@/api/gen/types.gen.ts";
import { Badge } from "@/ui/badge.tsx";

/** Whether anything is sent, and how it fares. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
	const { t } = useTranslation("webhooks");
	if (webhook.state === "disabled") return <Badge tone="bad">{t("state.disabled")}</Badge>;
	if (webhook.failing_since) return <Badge tone="wait">{t("state.failing")}</Badge>;
	return <Badge tone="good">{t("state.active")}</Badge>;
}
