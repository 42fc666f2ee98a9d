import type { ReactNode } from "react";
import { Button } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Wide } from "@/ui/page.tsx";
import css from "./partners.module.css";

interface Props {
	legend: string;
	/** What the button says that makes another row. */
	add: string;
	onAdd: () => void;
	children: ReactNode;
}

/** Rows in a dialog: the people of a partner, the obligations of an agreement. */
export function RowsField({ legend, add, onAdd, children }: Props) {
	return (
		<Wide>
			<fieldset className={css.rows}>
				<legend>{legend}</legend>
				{children}
				<div>
					<Button small onPress={onAdd}>
						<Plus size={16} />
						{add}
					</Button>
				</div>
			</fieldset>
		</Wide>
	);
}
