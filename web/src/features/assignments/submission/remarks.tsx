import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { SubmissionComment } from "@/api/gen/types.gen.ts";
import { Awaited } from "@/ui/awaited.tsx";
import { Card } from "@/ui/page.tsx";
import { CommentForm } from "./comment-form.tsx";
import { Comments } from "./comments.tsx";
import type { Placed } from "./places.ts";
import type { Commenting } from "./use-commenting.ts";

interface Props {
	list: UseQueryResult<SubmissionComment[]>;
	said: Placed;
	number: number;
	commenting: Commenting | undefined;
}

/** Comments on the work as a whole, and those on what is not in it any more. */
export function Remarks({ list, said, number, commenting }: Props) {
	const { t } = useTranslation("assignments");
	const whole = said.at.get("") ?? [];
	return (
		<Card title={t("comment.title")}>
			<Awaited list={list} />
			{list.isSuccess && whole.length === 0 && <p className="quiet">{t("comment.none")}</p>}
			<Comments comments={whole} number={number} />
			{said.gone.length > 0 && (
				<>
					<h3>{t("comment.gone")}</h3>
					<Comments comments={said.gone} number={number} />
				</>
			)}
			{commenting && (
				<CommentForm commenting={commenting} place={undefined} about={t("comment.whole")} />
			)}
		</Card>
	);
}
