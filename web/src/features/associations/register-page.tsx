import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createAssociation, submitAssociation } from "@/api/gen/sdk.gen.ts";
import { buttonClass } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { FileForm } from "./form/file-form.tsx";
import { readDraft } from "./form/kept-draft.ts";
import { EMPTY, type FileValues, toBody } from "./form/values.ts";

const NEW = "new";

/** An association asks to be registered: its file in steps, sent to the chamber of its wilaya. */
export function RegisterPage() {
	const { t } = useTranslation(["associations", "common"]);
	const [initial] = useState(() => readDraft(NEW)?.values ?? EMPTY);
	const [sent, setSent] = useState(false);
	const send = async (values: FileValues) => {
		const { data } = await createAssociation({ body: toBody(values), throwOnError: true });
		await submitAssociation({ path: { id: data.id }, throwOnError: true });
		setSent(true);
	};
	return (
		<Narrow>
			<PageHead title={t("register.title")} lead={t("register.lead")} />
			{sent ? (
				<Notice tone="good" title={t("register.sent")} alert>
					<p>{t("register.sentDetail")}</p>
					<p>
						<Link to="/" className={buttonClass("secondary", true)}>
							{t("register.home")}
						</Link>
					</p>
				</Notice>
			) : (
				<FileForm
					draftId={NEW}
					etag={null}
					initial={initial}
					submitLabel={t("register.send")}
					onSubmit={send}
				/>
			)}
		</Narrow>
	);
}
