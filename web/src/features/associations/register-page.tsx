import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { registerAssociation } from "@/api/gen/sdk.gen.ts";
import type { Registration } from "@/api/gen/types.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { useKept } from "@/ui/use-kept.ts";
import { FileForm } from "./form/file-form.tsx";
import { useNewDraft } from "./form/kept-draft.ts";
import { type FileValues, toBody } from "./form/values.ts";
import { inFile } from "./problem-in-file.ts";

// On the last step alone.
const Applicant = lazy(() =>
	import("./form/applicant.tsx").then((part) => ({ default: part.Applicant })),
);

const NEW = "new";
const nobody = () => ({ name: "", email: "" });

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
	const draft = useNewDraft(NEW);
	const kept = useKept("draft:new:applicant", nobody);
	const applicant = kept.value;
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
			kept.reset(nobody());
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
				<>
					{draft.resumed && (
						<Resumed
							onRestart={() => {
								kept.reset(nobody());
								draft.restart();
							}}
						/>
					)}
					<FileForm
						key={draft.round}
						draftId={NEW}
						etag={null}
						initial={draft.initial}
						submitLabel={t("register.send")}
						onSubmit={send}
						last={
							<Suspense>
								<Applicant value={applicant} onChange={kept.set} wrong={wrong} />
							</Suspense>
						}
					/>
				</>
			)}
		</Narrow>
	);
}
