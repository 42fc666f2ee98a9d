import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Awaited } from "@/ui/awaited.tsx";
import { AttemptBadge } from "../badges.tsx";
import { attemptsQuery } from "../queries.ts";
import { useWords } from "../use-words.ts";
import css from "./cohort.module.css";

/** Where the participants of an association stand with a test. */
export function OwnStanding({ exam }: { exam: string }) {
	const { t } = useTranslation("exams");
	const { score } = useWords();
	const list = useQuery(attemptsQuery(exam));
	return (
		<>
			<Awaited list={list} none={<p className="quiet">{t("attempts.none")}</p>} lines={1} />
			<ul className={css.standing}>
				{list.data?.map((row) => (
					<li key={row.enrolment_id}>
						<b>
							<bdi>{row.participant_name}</bdi>
						</b>
						<AttemptBadge state={row.state} />
						{row.score != null && <span className="num">{score(row.score)}</span>}
					</li>
				))}
			</ul>
		</>
	);
}
