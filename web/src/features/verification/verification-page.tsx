import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { verifyNumber } from "@/api/gen/sdk.gen.ts";
import type { Verification } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { CheckPage, Verdict } from "@/reference/check-page.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Facts } from "@/ui/page.tsx";
import { normalNumber } from "./number.ts";

const ask = async (number: string, signal: AbortSignal) =>
	(await verifyNumber({ path: { number }, signal, throwOnError: true })).data;

function Found({ found }: { found: Verification }) {
	const { t } = useTranslation(["verification", "common"]);
	const { text, date } = useFormat();
	const wilayas = useWilayas();
	return (
		<>
			<Verdict valid={found.valid} word={t(found.valid ? "valid" : "invalid")}>
				{t("on", { date: date(found.on) })}
			</Verdict>
			<Facts
				items={[
					{ label: t("number"), value: <span className="ltr num">{found.number}</span> },
					{ label: t("name"), value: <bdi>{text(found.name)}</bdi> },
					{ label: t("common:field.wilaya"), value: wilayas.name(found.wilaya_code) },
					{
						label: t("status"),
						value: t("statusSince", {
							status: t(`common:status.${found.status}`),
							date: date(found.status_since),
						}),
					},
					{
						label: t("president"),
						value: found.president_since && (
							<>
								{found.president_name && (
									<>
										<bdi>{found.president_name}</bdi>
										<br />
									</>
								)}
								{t("since", { date: date(found.president_since) })}
							</>
						),
					},
				]}
			/>
		</>
	);
}

/** Anybody checks the registration of an association by its number. */
export function VerificationPage() {
	const { t } = useTranslation("verification");
	const { number = "" } = useParams({ strict: false });
	const navigate = useNavigate();
	return (
		<CheckPage
			title={t("title")}
			lead={t("lead")}
			label={t("number")}
			hint={t("numberHint")}
			check={t("check")}
			code={number}
			normal={normalNumber}
			onAsk={(wanted) => void navigate({ to: "/verify/$number", params: { number: wanted } })}
			register="associations"
			ask={ask}
			unknown={(asked) => ({ title: t("unknown", { number: asked }), detail: t("unknownDetail") })}
			unchecked={{ title: t("unchecked"), detail: t("uncheckedDetail") }}
		>
			{(found) => <Found found={found} />}
		</CheckPage>
	);
}
