import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { checkCertificate } from "@/api/gen/sdk.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { latinDigits } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, Hero, Narrow } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "./certificates.module.css";

/** Codes are typed with any digits, dashes and spaces. */
export const normalCode = (typed: string) =>
	latinDigits(typed)
		.replace(/[^0-9A-Za-z]/g, "")
		.toUpperCase();

function Answer({ code }: { code: string }) {
	const { t } = useTranslation("certificates");
	const { text, date, number } = useFormat();
	// What was answered before says nothing about now: a certificate may have been revoked since.
	const found = useQuery({
		queryKey: ["certificate-check", code],
		queryFn: async ({ signal }) =>
			(await checkCertificate({ path: { code }, signal, throwOnError: true })).data,
		gcTime: 0,
		staleTime: 0,
		networkMode: "always",
		refetchOnReconnect: true,
		retry: false,
	});
	if (found.isPending) return <Loading lines={2} />;
	if (isProblem(found.error) && [400, 404, 422].includes(found.error.status)) {
		return (
			<Notice tone="bad" title={t("unknown")} alert>
				<p>{t("unknownDetail")}</p>
			</Notice>
		);
	}
	if (found.isError) {
		return (
			<>
				<Notice tone="bad" title={t("unchecked")} alert>
					<p>{t("uncheckedDetail")}</p>
				</Notice>
				<ProblemPanel error={found.error} onRetry={() => void found.refetch()} />
			</>
		);
	}
	const { state, says, code: shown, revoked_on } = found.data;
	const valid = state === "valid";
	return (
		<Card>
			<div className={css.verdict} data-valid={valid} role="status">
				<p className={css.word}>{t(valid ? "valid" : "revoked")}</p>
				<p>
					{valid
						? t("issuedOn", { date: date(says.issued_on) })
						: t("revokedOn", { date: date(revoked_on ?? says.issued_on) })}
				</p>
			</div>
			<Facts
				items={[
					{ label: t("participant"), value: <bdi>{says.participant}</bdi> },
					{ label: t("association"), value: <bdi>{text(says.association)}</bdi> },
					{ label: t("wilaya"), value: text(says.wilaya) },
					{ label: t("course"), value: <bdi>{text(says.course)}</bdi> },
					{ label: t("cohort"), value: <bdi>{text(says.cohort)}</bdi> },
					{ label: t("organiser"), value: <bdi>{text(says.organiser)}</bdi> },
					{
						label: t("days"),
						value: t("fromTo", { from: date(says.starts_on), to: date(says.ends_on) }),
					},
					{ label: t("hours"), value: number(says.minutes / 60) },
					{ label: t("issued"), value: date(says.issued_on) },
					{ label: t("code"), value: <span className="ltr num">{shown}</span> },
				]}
			/>
		</Card>
	);
}

/** Anybody checks a certificate of training by its code. */
export function CertificateCheckPage() {
	const { t } = useTranslation("certificates");
	const { code = "" } = useParams({ strict: false });
	const navigate = useNavigate();
	const [typed, setTyped] = useState(code);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const wanted = normalCode(typed);
		if (wanted) void navigate({ to: "/certificates/$code", params: { code: wanted } });
	};
	return (
		<>
			<Hero title={t("title")} lead={t("lead")} />
			<Narrow>
				{code && <Answer key={code} code={code} />}
				<Card>
					<form className={css.form} onSubmit={submit} noValidate>
						<TextField
							label={t("code")}
							hint={t("codeHint")}
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
			</Narrow>
		</>
	);
}
