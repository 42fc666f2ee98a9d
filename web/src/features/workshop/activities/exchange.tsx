import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/api/download.ts";
import { Button } from "@/ui/button.tsx";
import { Download, Plus, Upload } from "@/ui/icons.tsx";
import { Row } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { useAction } from "@/ui/use-action.ts";

const FILES = { xml: "text/xml", csv: "text/csv" } as const;

const ImportDialog = lazy(async () => ({
	default: (await import("./import-dialog.tsx")).ImportDialog,
}));

const TemplateDialog = lazy(async () => ({
	default: (await import("./template-dialog.tsx")).TemplateDialog,
}));

interface Props {
	id: string;
	editable: boolean;
	/** Activities of the plan so far. */
	had: number;
}

/** The network out to other programs, and in from them or from a template. */
export function Exchange({ id, editable, had }: Props) {
	const { t } = useTranslation("workshop");
	const action = useAction();
	const [open, setOpen] = useState<"import" | "template">();
	const close = () => setOpen(undefined);
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
					<>
						<Button small onPress={() => setOpen("import")}>
							<Upload size={16} />
							{t("exchange.import")}
						</Button>
						<Button small onPress={() => setOpen("template")}>
							<Plus size={16} />
							{t("template.title")}
						</Button>
					</>
				)}
			</Row>
			{action.failed && <ProblemPanel error={action.error} />}
			<Suspense>
				{open === "import" && <ImportDialog id={id} onClose={close} />}
				{open === "template" && <TemplateDialog id={id} had={had} onClose={close} />}
			</Suspense>
		</>
	);
}
