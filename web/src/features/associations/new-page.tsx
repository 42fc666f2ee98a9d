import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { createAssociation } from "@/api/gen/sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { communesQuery } from "@/reference/queries.ts";
import { ChevronBack } from "@/ui/icons.tsx";
import { inWords } from "@/ui/in-words.ts";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { FileForm } from "./form/file-form.tsx";
import { useNewDraft } from "./form/kept-draft.ts";
import { type FileValues, toBody } from "./form/values.ts";

const NEW = "new-by-officer";

/** An officer opens a file for an association that came to the counter. */
export function NewPage() {
	const { t } = useTranslation(["associations", "common"]);
	const { text } = useFormat();
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const draft = useNewDraft(NEW);
	const create = async (values: FileValues) => {
		const communes = queryClient.getQueryData(
			communesQuery(values.seat.wilaya_code ?? "").queryKey,
		);
		const nameOf = (code: string) => text(communes?.find((one) => one.code === code)?.name) || code;
		const { data } = await createAssociation({ body: toBody(values), throwOnError: true }).catch(
			inWords(nameOf),
		);
		await navigate({ to: "/review/$id", params: { id: data.id } });
	};
	return (
		<Narrow>
			<PageHead
				title={t("queue.new")}
				above={
					<Link to="/review">
						<ChevronBack size={16} />
						{t("queue.title")}
					</Link>
				}
			/>
			{draft.resumed && <Resumed onRestart={draft.restart} />}
			<FileForm
				key={draft.round}
				draftId={NEW}
				etag={null}
				initial={draft.initial}
				submitLabel={t("common:action.save")}
				onSubmit={create}
			/>
		</Narrow>
	);
}
