import { useTranslation } from "react-i18next";
import type { SubmissionComment } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import css from "./submission.module.css";

interface Props {
	comments: readonly SubmissionComment[];
	/** How often it was handed in: a comment on an earlier time says so. */
	number: number;
}

/** What was said at one place, first to last. */
export function Comments({ comments, number }: Props) {
	const { t } = useTranslation(["assignments", "common"]);
	const { dateTime } = useFormat();
	if (comments.length === 0) return null;
	return (
		<ul className={css.comments}>
			{comments.map((one) => (
				<li key={one.id}>
					<p dir="auto">{one.text}</p>
					<p className={css.by}>
						<bdi>{one.person_name ?? t(`common:role.${one.role}`)}</bdi>
						{one.person_name && <span>{t(`common:role.${one.role}`)}</span>}
						<time dateTime={one.at}>{dateTime(one.at)}</time>
						{one.number !== number && <span>{t("comment.earlier", { number: one.number })}</span>}
					</p>
				</li>
			))}
		</ul>
	);
}
