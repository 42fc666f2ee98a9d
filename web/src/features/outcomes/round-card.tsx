import { useTranslation } from "react-i18next";
import type { OutcomeRoundView } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge, type Tone } from "@/ui/badge.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { isKept } from "@/ui/use-kept.ts";
import { type Declaration, MARKS } from "./declaration.ts";
import { DeclarationForm } from "./declaration-form.tsx";
import css from "./outcomes.module.css";
import { useDinars } from "./use-figures.ts";

const TONE: Readonly<Record<OutcomeRoundView["state"], Tone>> = {
	upcoming: "wait",
	open: "good",
	closed: "calm",
};

/** What was written, if anything was. */
const words = (label: string, text: string | null | undefined) =>
	text ? [{ label, value: <bdi>{text}</bdi> }] : [];

interface Props {
	round: OutcomeRoundView;
	/** Whose participation it is about, to tell what is typed from that of others. */
	of: string;
	/** How it is declared, by whoever may now. */
	send: (body: Declaration) => Promise<unknown>;
	/** Whether it is declared for an association, which alone judges the event. */
	behalf?: boolean;
}

/** One round: when it is declared, what was, and the form while it is open. */
export function RoundCard({ round: view, of, send, behalf = false }: Props) {
	const { t } = useTranslation("outcomes");
	const { number, date, dateTime, dateRange } = useFormat();
	const dinars = useDinars();
	const judged = view.declared?.evaluation;
	const { round, state, declared, declarable, opens_on: opens, closes_on: closes } = view;
	const version = declared?.version ?? 0;
	const name = `outcome:${of}:${round}:${version}`;
	return (
		<Card
			title={t(`round.${round}`)}
			actions={<Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge>}
		>
			<p className="quiet">
				{state === "upcoming"
					? t("opensOn", { day: date(opens) })
					: t("window", { days: dateRange(opens, closes) })}
			</p>
			{declared ? (
				<>
					<Facts
						items={[
							{ label: t("figure.visitors"), value: number(declared.visitors) },
							{ label: t("figure.sales"), value: dinars(declared.sales) },
							{ label: t("figure.orders"), value: number(declared.orders) },
							{ label: t("figure.orders_value"), value: dinars(declared.orders_value) },
							{ label: t("figure.contacts"), value: number(declared.contacts) },
							{ label: t("declaredAt"), value: dateTime(declared.declared_at) },
							{
								label: t("declaredThrough"),
								value: declared.person_name ? (
									<>
										{t(`through.${declared.declared_through}`)} (<bdi>{declared.person_name}</bdi>)
									</>
								) : (
									t(`through.${declared.declared_through}`)
								),
							},
							...words(t("form.comment"), declared.comment),
						]}
					/>
					{judged && (
						<>
							<h3>{t("form.judge")}</h3>
							<Facts
								items={[
									...MARKS.map((one) => ({
										label: t(`judged.${one}`),
										value: t("report.of5", { mean: number(judged[one]) }),
									})),
									{
										label: t("judged.again"),
										value: t(judged.would_come_again ? "again.yes" : "again.no"),
									},
									...words(t("judged.remark"), judged.remark),
								]}
							/>
						</>
					)}
				</>
			) : (
				state !== "upcoming" && <p>{t(state === "open" ? "nothingYet" : "nothing")}</p>
			)}
			{declarable && (
				<details className={css.form} open={!declared || isKept(name)}>
					<summary>{t(declared ? "form.correct" : "form.title")}</summary>
					<DeclarationForm key={version} round={view} name={name} send={send} behalf={behalf} />
				</details>
			)}
		</Card>
	);
}
