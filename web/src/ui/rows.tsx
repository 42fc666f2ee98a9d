import type { ReactNode, Ref } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { Plus, Trash } from "./icons.tsx";
import css from "./rows.module.css";

interface Props {
	lead: string;
	/** What the button says that makes another row. */
	add: string;
	onAdd: () => void;
	/** There are as many as may be. */
	isFull?: boolean;
	ref?: Ref<HTMLDivElement>;
	children: ReactNode;
}

/** Rows of one kind, as many as there are: terms of office, yearly counts, contacts. */
export function Rows({ lead, add, onAdd, isFull, ref, children }: Props) {
	return (
		<div className={css.rows} ref={ref}>
			<p className={css.lead}>{lead}</p>
			{children}
			<div>
				<Button onPress={onAdd} isDisabled={isFull} data-add>
					<Plus size={16} />
					{add}
				</Button>
			</div>
		</div>
	);
}

interface RowProps {
	legend: string;
	onRemove: () => void;
	children: ReactNode;
	/** What stands beside the button that removes the row. */
	beside?: ReactNode;
}

/** One row with its fields, and the button that removes it. */
export function RowGroup({ legend, onRemove, children, beside }: RowProps) {
	const { t } = useTranslation("common");
	const removal = (
		<Button small variant="quiet" onPress={onRemove}>
			<Trash size={16} />
			{t("action.remove")}
		</Button>
	);
	return (
		<fieldset className={css.group}>
			<legend>{legend}</legend>
			{children}
			{beside ? (
				<div className={css.ends}>
					{beside}
					{removal}
				</div>
			) : (
				removal
			)}
		</fieldset>
	);
}
