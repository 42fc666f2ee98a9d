import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Assignment } from "@/api/gen/types.gen.ts";
import { assignReviews } from "@/api/gen/workshop-sdk.gen.ts";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Form } from "@/ui/form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Card } from "@/ui/page.tsx";
import { useAction } from "@/ui/use-action.ts";
import { commissionKey } from "../queries.ts";
import css from "./desk.module.css";

const LEAST = 2;

/** What came of sharing out, and what lacks. */
function Shared({ answer }: { answer: Assignment }) {
	const { t } = useTranslation("commission");
	const { lacking } = answer;
	return (
		<Notice
			tone={lacking.length > 0 ? "warn" : "good"}
			title={t("sharing.given", { count: answer.given_out })}
			alert
		>
			<p>
				{t("sharing.loads", {
					assigned: answer.assigned,
					least: answer.smallest_load,
					most: answer.largest_load,
				})}
			</p>
			{lacking.length > 0 && (
				<>
					<p>{t("sharing.lacking", { count: lacking.length })}</p>
					<ul className={css.lacking}>
						{lacking.map((one) => (
							<li key={one.application_id}>
								<Link to="/applications/$id" params={{ id: one.application_id }}>
									{t("sharing.application", { number: one.number })}
								</Link>
								{" — "}
								{t("sharing.lacks", { lacking: one.lacking, free: one.without_conflict })}
							</li>
						))}
					</ul>
				</>
			)}
		</Notice>
	);
}

/** Applications given to reviewers, as evenly as can be; it can be repeated. */
export function Sharing({ event }: { event: string }) {
	const { t } = useTranslation("commission");
	const queryClient = useQueryClient();
	const action = useAction();
	const [count, setCount] = useState<number | null>(LEAST);
	const [extra, setExtra] = useState(false);
	const [answer, setAnswer] = useState<Assignment>();
	const share = () =>
		void action.run(async () => {
			const { data } = await assignReviews({
				path: { id: event },
				body: { per_application: count ?? 0, extra_for_disputed: extra },
				throwOnError: true,
			});
			setAnswer(data);
			await queryClient.invalidateQueries({ queryKey: commissionKey(event) });
		});
	return (
		<Card title={t("sharing.title")}>
			<p className="quiet">{t("sharing.lead")}</p>
			<Form action={action} onSubmit={share}>
				<div className={css.share}>
					<NumberField
						label={t("sharing.perApplication")}
						hint={t("sharing.perApplicationHint")}
						value={count}
						onChange={setCount}
						error={action.wrong["/per_application"]}
						isRequired
					/>
					<Checkbox isSelected={extra} onChange={setExtra} hint={t("sharing.extraHint")}>
						{t("sharing.extra")}
					</Checkbox>
				</div>
				<div>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("sharing.share")}
					</Button>
				</div>
				{answer && !action.failed && <Shared answer={answer} />}
			</Form>
		</Card>
	);
}
