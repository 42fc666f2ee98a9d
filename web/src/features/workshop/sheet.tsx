import type { Project } from "@/api/gen/types.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import paper from "@/ui/alone-on-paper.module.css";
import { Button } from "@/ui/button.tsx";
import { cx } from "@/ui/cx.ts";
import { FileIcon } from "@/ui/icons.tsx";
import css from "./sheet.module.css";

/** What has this class is all that is printed of its page. */
export const sheet = cx(paper.alone, css.sheet);

/** Which project a sheet of paper is about, and of which day; on paper alone. */
export function SheetHead({ project }: { project: Project }) {
	const { text, date } = useFormat();
	return (
		<p className={css.head}>
			<b>{text(project.name)}</b> <bdi>{text(project.association.name)}</bdi> {date(today())}
		</p>
	);
}

interface Props {
	children: string;
	onPress?: () => void;
}

export function PrintButton({ children, onPress }: Props) {
	return (
		<Button onPress={onPress ?? (() => window.print())}>
			<FileIcon size={16} />
			{children}
		</Button>
	);
}
