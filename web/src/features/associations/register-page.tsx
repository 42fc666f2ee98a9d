import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { registerAssociation } from "@/api/gen/sdk.gen.ts";
import type { Registration } from "@/api/gen/types.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { useKept } from "@/ui/use-kept.ts";
import { FileForm } from "./form/file-form.tsx";
import { useNewDraft } from "./form/kept-draft.ts";
import { type FileValues, toBody } from "./form/values.ts";
import { inFile } from "./problem-in-file.ts";

// On the last step alone; what is said once it was taken comes with it, for the network may be gone by then.
const last = () => import("./form/applicant.tsx");
const Applicant = lazy(() => last().then((part) => ({ default: part.Applicant })));
const Sent = lazy(() => last().then((part) => ({ default: part.Sent })));

const NEW = "new";
const nobody = () => ({ name: "", email: "" });

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
				<Suspense>
					<Sent registration={registration} />
				</Suspense>
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
