import { useTranslation } from "react-i18next";
import { Topic } from "@/api/gen/types.gen.ts";

export const TOPICS = Object.values(Topic);

/** The words of what a webhook tells; the code itself for a topic without a word. */
export function useTopic() {
	const { t } = useTranslation("webhooks");
	return (code: string) => {
		if (code === "webhook.ping") return t("pingTopic");
		const topic = TOPICS.find((one) => one === code);
		return topic ? t(`topic.${topic}`) : code;
	};
}
