import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { download } from "@/api/download.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Download, FileIcon } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./associations.module.css";
import { documentsQuery } from "./queries.ts";

export function Documents({ id }: { id: string }) {
	const { t } = useTranslation(["associations", "common"]);
	const { number, date } = useFormat();
	const action = useAction();
	const documents = useQuery(documentsQuery(id));
	return (
		<Card title={t("documents.title")}>
			{documents.isPending && <Loading lines={2} />}
			{documents.isError && (
				<Failed error={documents.error} onRetry={() => void documents.refetch()} />
			)}
			{documents.data?.length === 0 && <p className={css.quiet}>{t("documents.none")}</p>}
			{action.failed && <ProblemPanel error={action.error} />}
			<ul className={css.documents}>
				{documents.data?.map((document) => (
					<li key={document.id}>
						<FileIcon />
						<div>
							<b>{t(`documentKind.${document.kind}`)}</b>
							<p className={css.quiet}>
								<bdi>{document.file_name}</bdi> ·{" "}
								{number(document.size / 1024, {
									style: "unit",
									unit: "kilobyte",
									maximumFractionDigits: 0,
								})}{" "}
								· {date(document.created_at)}
							</p>
						</div>
						<Button
							small
							isPending={action.busy}
							aria-label={t("documents.downloadOf", { name: document.file_name })}
							onPress={() =>
								void action.run(() =>
									download(
										`/api/v1/associations/${id}/documents/${document.id}/content`,
										document.file_name,
									),
								)
							}
						>
							<Download size={16} />
							{t("common:action.download")}
						</Button>
					</li>
				))}
			</ul>
		</Card>
	);
}
