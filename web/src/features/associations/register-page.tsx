import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { registerAssociation } from "@/api/gen/sdk.gen.ts";
import type { Registration } from "@/api/gen/types.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Fields, Narrow, PageHead } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { FileForm } from "./form/file-form.tsx";
import { readDraft } from "./form/kept-draft.ts";
import { EMPTY, type FileValues, toBody } from "./form/values.ts";
import { inFile } from "./problem-in-file.ts";

const NEW = "new";

function Sent({ registration }: { registration: Registration }) {
	const { t } = useTranslation("associations");
	const { text } = useFormat();
	return (
		<Notice tone="good" title={t("register.sent")} alert>
			<p>
				{registration.chamber
					? t("register.sentTo", { chamber: text(registration.chamber) })
					: t("register.sentDetail")}
			</p>
			<p>
				<Link to="/" className={buttonClass("secondary", true)}>
					{t("register.home")}
				</Link>
			</p>
		</Notice>
	);
}

/** A visitor asks to have an association registered, and for an account with it. */
export function RegisterPage() {
	const { t } = useTranslation(["associations", "common"]);
	const { locale } = useFormat();
	const [initial] = useState(() => readDraft(NEW)?.values ?? EMPTY);
	const [applicant, setApplicant] = useState({ name: "", email: "" });
	const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
	const [registration, setRegistration] = useState<Registration>();
	const send = async (values: FileValues) => {
		setWrong({});
		try {
			const { data } = await registerAssociation({
				body: {
					association: toBody(values),
					applicant: {
						name: applicant.name.trim(),
						email: applicant.email.trim(),
						language: locale,
					},
				},
				throwOnError: true,
			});
			setRegistration(data);
		} catch (failure) {
			if (!isProblem(failure)) throw failure;
			const { problem, others } = inFile(failure, "/association");
			setWrong(others);
			throw problem;
		}
	};
	return (
		<Narrow>
			<PageHead title={t("register.title")} lead={t("register.lead")} />
			{registration ? (
				<Sent registration={registration} />
			) : (
				<FileForm
					draftId={NEW}
					etag={null}
					initial={initial}
					submitLabel={t("register.send")}
					onSubmit={send}
					last={
						<fieldset>
							<legend>
								<h3>{t("register.applicant")}</h3>
							</legend>
							<p>{t("register.applicantLead")}</p>
							<Fields>
								<TextField
									label={t("form.personName")}
									dir="auto"
									autoComplete="name"
									value={applicant.name}
									onChange={(name) => setApplicant({ ...applicant, name })}
									error={wrong["/applicant/name"]}
									isRequired
								/>
								<TextField
									label={t("common:field.email")}
									dir="ltr"
									type="email"
									autoComplete="email"
									value={applicant.email}
									onChange={(email) => setApplicant({ ...applicant, email })}
									error={wrong["/applicant/email"]}
									isRequired
								/>
							</Fields>
						</fieldset>
					}
				/>
			)}
		</Narrow>
	);
}
