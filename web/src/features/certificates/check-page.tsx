import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { checkCertificate } from "@/api/gen/sdk.gen.ts";
import type { CertificateCheck } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { CheckPage, Verdict } from "@/reference/check-page.tsx";
import { useOffice } from "@/reference/use-office.ts";
import { Facts } from "@/ui/page.tsx";
import { normalCode } from "./code.ts";

const ask = async (code: string, signal: AbortSignal) =>
	(await checkCertificate({ path: { code }, signal, throwOnError: true })).data;

function Found({ found }: { found: CertificateCheck }) {
	const { t } = useTranslation("certificates");
	const { text, date, number } = useFormat();
	const office = useOffice();
	const { state, says, code, revoked_on: revoked } = found;
	return (
		<>
			{state === "valid" ? (
				<Verdict valid word={t("valid")}>
					{t("issuedOn", { date: date(says.issued_on) })}
				</Verdict>
			) : (
				<Verdict valid={false} word={t("revoked")}>
					{revoked && t("revokedOn", { date: date(revoked) })}
				</Verdict>
			)}
			<Facts
				items={[
					{ label: t("participant"), value: <bdi>{says.participant}</bdi> },
					...(says.office ? [{ label: t("office"), value: office(says.office) }] : []),
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
					{ label: t("code"), value: <span className="ltr num">{code}</span> },
				]}
			/>
		</>
	);
}

/** Anybody checks a certificate of training by its code. */
export function CertificateCheckPage() {
	const { t } = useTranslation("certificates");
	const { code = "" } = useParams({ strict: false });
	const navigate = useNavigate();
	return (
		<CheckPage
			title={t("title")}
			lead={t("lead")}
			label={t("code")}
			hint={t("codeHint")}
			check={t("check")}
			code={code}
			normal={normalCode}
			onAsk={(wanted) => void navigate({ to: "/certificates/$code", params: { code: wanted } })}
			register="certificates"
			ask={ask}
			unknown={() => ({ title: t("unknown"), detail: t("unknownDetail") })}
			unchecked={{ title: t("unchecked"), detail: t("uncheckedDetail") }}
		>
			{(found) => <Found found={found} />}
		</CheckPage>
	);
}
