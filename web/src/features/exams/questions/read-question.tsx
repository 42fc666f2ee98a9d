import { useTranslation } from "react-i18next";
import type { BankQuestion } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, Stack } from "@/ui/page.tsx";
import { useWords } from "../use-words.ts";
import css from "./questions.module.css";

/** A question as it is asked, with what is right. */
export function ReadQuestion({ question }: { question: BankQuestion }) {
	const { t } = useTranslation("exams");
	const { text } = useFormat();
	const words = useWords();
	const { kind, choices = [], correct = [], value, tolerance = 0 } = question;
	const List = kind === "ordering" ? "ol" : "ul";
	return (
		<Stack>
			{question.status === "archived" && <Notice tone="info" title={t("bank.isArchived")} />}
			<Card title={t(`questionKind.${kind}`)}>
				<p className={css.text} dir="auto">
					{text(question.text)}
				</p>
				{kind === "numeric" ? (
					<p>
						<b className="num">{value != null && words.value(value)}</b>{" "}
						{tolerance > 0 && (
							<span className="quiet">
								{t("result.tolerance", { value: words.value(tolerance) })}
							</span>
						)}
					</p>
				) : (
					<List className={css.choices}>
						{choices.map((one) => (
							<li key={one.id}>
								<bdi>{text(one.text)}</bdi>
								{correct.includes(one.id) && <Badge tone="good">{t("question.right")}</Badge>}
							</li>
						))}
					</List>
				)}
				<Facts
					items={[
						{ label: t("question.points"), value: words.points(question.points) },
						{
							label: t("bank.owner"),
							value: question.owner_name ? text(question.owner_name) : t("bank.byTrainer"),
						},
						...(question.explanation
							? [{ label: t("question.explanation"), value: text(question.explanation) }]
							: []),
					]}
				/>
			</Card>
		</Stack>
	);
}
