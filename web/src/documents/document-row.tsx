import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/api/download.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { FileName } from "@/ui/file-name.tsx";
import { Download, FileIcon } from "@/ui/icons.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./documents.module.css";
import { useKilobytes } from "./use-kilobytes.ts";

/** What a list says of a file, whatever it belongs to. */
export interface Listed {
	id: string;
	file_name: string;
	size: number;
	created_at: string;
}

interface Props {
	file: Listed;
	/** What it is; its name says enough when absent. */
	kind?: string;
	/** Where its bytes are. */
	content: string;
	/** What it belongs to, said under its name. */
	children?: ReactNode;
	/** What else can be done with it. */
	actions?: ReactNode;
}

/** One file of a list, to download. */
export function DocumentRow({ file, kind, content, children, actions }: Props) {
	const { t } = useTranslation(["documents", "common"]);
	const { date } = useFormat();
	const kilobytes = useKilobytes();
	const action = useAction();
	const facts = `${kilobytes(file.size)}\u00a0· ${date(file.created_at)}`;
	return (
		<li>
			<FileIcon />
			<div>
				<b>{kind ?? <FileName>{file.file_name}</FileName>}</b>
				<p className="quiet">
					{kind && (
						<>
							<FileName>{file.file_name}</FileName>
							{"\u00a0· "}
						</>
					)}
					{facts}
				</p>
				{children}
				{action.failed && <ProblemPanel error={action.error} />}
			</div>
			<div className={css.actions}>
				<Button
					small
					isPending={action.busy}
					aria-label={t("downloadOf", { name: file.file_name })}
					onPress={() => void action.run(() => download(content, file.file_name))}
				>
					<Download size={16} />
					{t("common:action.download")}
				</Button>
				{actions}
			</div>
		</li>
	);
}
