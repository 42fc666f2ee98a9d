import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Card } from "@/ui/page.tsx";
import css from "../application.module.css";
import { NewMessage } from "./new-message.tsx";
import { messagesQuery } from "./queries.ts";

interface Props {
	id: string;
	/** The association itself reads. */
	own: boolean;
	/** Of one of the two sides, and not only a reader. */
	writes: boolean;
}

/** What the association and the organisers write to each other, the newest last. */
export function Messages({ id, own, writes }: Props) {
	const { t } = useTranslation("applications");
	const { dateTime } = useFormat();
	const list = useQuery({ ...messagesQuery(id), staleTime: 0 });
	return (
		<Card title={t("messages.title")}>
			<Awaited list={list} none={<p className="quiet">{t("messages.none")}</p>} lines={2} />
			{list.data && list.data.length > 0 && (
				<ol className={css.steps} aria-label={t("messages.title")}>
					{list.data.map((one) => (
						<li key={one.id}>
							<b>
								{t(own && one.side === "association" ? "messages.yours" : `messages.${one.side}`)}
							</b>
							{one.person_name && <bdi className="quiet">{one.person_name}</bdi>}
							<time dateTime={one.at} className="quiet">
								{dateTime(one.at)}
							</time>
							<p className={css.words} dir="auto">
								{one.text}
							</p>
						</li>
					))}
				</ol>
			)}
			{writes && <NewMessage key={id} id={id} own={own} />}
		</Card>
	);
}
