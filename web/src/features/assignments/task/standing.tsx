import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useUser } from "@/auth/session.ts";
import { submissionsQuery } from "../queries.ts";
import { WorkBadge } from "../state-badge.tsx";
import { useWords } from "../use-words.ts";
import css from "./task.module.css";

/** Where an assignment stands: for an association its own participants, for others how many have handed in. */
export function Standing({ id }: { id: string }) {
	const { t } = useTranslation("assignments");
	const words = useWords();
	const own = useUser()?.acting?.role === "association";
	const list = useQuery(submissionsQuery(id));
	const rows = list.data;
	if (!rows) return <span className="quiet">{list.isError ? t("unread") : "…"}</span>;
	if (!own) {
		const handed = rows.filter((one) => one.status);
		const waiting = rows.filter((one) => one.status === "handed_in").length;
		return (
			<>
				<span className="num">{t("handedOf", { handed: handed.length, count: rows.length })}</span>
				<br />
				<span className={waiting > 0 ? css.waiting : "quiet"}>
					{t("toRead", { count: waiting })}
				</span>
			</>
		);
	}
	return (
		<ul>
			{rows.map((one) => (
				<li key={one.enrolment_id}>
					{rows.length > 1 && (
						<>
							<bdi>{one.participant_name}</bdi>{" "}
						</>
					)}
					<WorkBadge status={one.status} late={one.late} />
					{one.score != null && <b className={css.beside}>{words.score(one.score)}</b>}
				</li>
			))}
		</ul>
	);
}
