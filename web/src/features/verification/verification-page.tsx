import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { verifyNumber } from "@/api/gen/sdk.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { latinDigits } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, Hero, Narrow } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "./verification.module.css";

/** Numbers are typed with any digits and any dash. */
export const normalNumber = (typed: string) =>
	latinDigits(typed)
		.replace(/[\s\u200e\u200f\u2066-\u2069]/g, "")
		.replace(/[–—−_/]/g, "-");

function Answer({ number }: { number: string }) {
	const { t } = useTranslation(["verification", "common"]);
	const { text, date } = useFormat();
	const wilayas = useWilayas();
	const found = useQuery({
		queryKey: ["verification", number],
		queryFn: async ({ signal }) =>
			(await verifyNumber({ path: { number }, signal, throwOnError: true })).data,
	});
	if (found.isPending) return <Loading lines={2} />;
	if (isProblem(found.error) && [400, 404, 422].includes(found.error.status)) {
		return (
			<Notice tone="bad" title={t("unknown", { number })} alert>
				<p>{t("unknownDetail")}</p>
			</Notice>
		);
	}
	if (found.isError) {
		return <ProblemPanel error={found.error} onRetry={() => void found.refetch()} />;
	}
	const { data } = found;
	return (
		<Card>
			<div className={css.verdict} data-valid={data.valid} role="status">
				<p className={css.word}>{t(data.valid ? "valid" : "invalid")}</p>
				<p>{t("on", { date: date(data.on) })}</p>
			</div>
			<Facts
				items={[
					{ label: t("number"), value: <span className="ltr num">{data.number}</span> },
					{ label: t("name"), value: <bdi>{text(data.name)}</bdi> },
					{ label: t("common:field.wilaya"), value: wilayas.name(data.wilaya_code) },
					{
						label: t("status"),
						value: t("statusSince", {
							status: t(`common:status.${data.status}`),
							date: date(data.status_since),
						}),
					},
					{
						label: t("president"),
						value: data.president_since && (
							<>
								{data.president_name && (
									<>
										<bdi>{data.president_name}</bdi>
										<br />
									</>
								)}
								{t("since", { date: date(data.president_since) })}
							</>
						),
					},
				]}
			/>
		</Card>
	);
}

export function VerificationPage() {
	const { t } = useTranslation("verification");
	const { number = "" } = useParams({ strict: false });
	const navigate = useNavigate();
	const [typed, setTyped] = useState(number);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const wanted = normalNumber(typed);
		if (wanted) void navigate({ to: "/verify/$number", params: { number: wanted } });
	};
	return (
		<>
			<Hero title={t("title")} lead={t("lead")} />
			<Narrow>
				<Card>
					<form className={css.form} onSubmit={submit} noValidate>
						<TextField
							label={t("number")}
							hint={t("numberHint")}
							dir="ltr"
							autoComplete="off"
							value={typed}
							onChange={setTyped}
							isRequired
						/>
						<Button type="submit" variant="primary">
							{t("check")}
						</Button>
					</form>
				</Card>
				{number && <Answer key={number} number={number} />}
			</Narrow>
		</>
	);
}
