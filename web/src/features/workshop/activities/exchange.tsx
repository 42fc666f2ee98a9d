import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/api/download.ts";
import { Button } from "@/ui/button.tsx";
import { Download, Upload } from "@/ui/icons.tsx";
import { Row } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { useAction } from "@/ui/use-action.ts";

const FILES = { xml: "text/xml", csv: "text/csv" } as const;

const ImportDialog = lazy(async () => ({
	default: (await import("./import-dialog.tsx")).ImportDialog,
}));

/** The network out to other programs, and in from them. */
export function Exchange({ id, editable }: { id: string; editable: boolean }) {
	const { t } = useTranslation("workshop");
	const action = useAction();
	const [importing, setImporting] = useState(false);
	const fetchFile = (kind: keyof typeof FILES) =>
		action.run(() => download(`/api/v1/projects/${id}/schedule`, `project.${kind}`, FILES[kind]));
	return (
		<>
			<Row>
				{(["xml", "csv"] as const).map((kind) => (
					<Button key={kind} small isDisabled={action.busy} onPress={() => void fetchFile(kind)}>
						<Download size={16} />
						{t(`exchange.${kind}`)}
					</Button>
				))}
				{editable && (
					<Button small onPress={() => setImporting(true)}>
						<Upload size={16} />
						{t("exchange.import")}
					</Button>
				)}
			</Row>
			{action.failed && <ProblemPanel error={action.error} />}
			<Suspense>
				{importing && <ImportDialog id={id} onClose={() => setImporting(false)} />}
			</Suspense>
		</>
	);
}
