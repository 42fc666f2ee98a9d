import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Actions } from "./actions.tsx";
import { Button, buttonClass } from "./button.tsx";
import { Form } from "./form.tsx";
import { Notice } from "./notice.tsx";
import { Stack } from "./page.tsx";
import { Resumed } from "./resumed.tsx";
import type { SectionOf } from "./section.ts";
import type { Editor } from "./use-editor.ts";
import { useFaults } from "./use-faults.ts";

/** What a page says of the form it shows. */
export interface EditorProps<Typed, Input> {
	editor: Editor<Typed, Input>;
	/** What the main button says; that it saves, when absent. */
	submit?: string;
	/** The way out without saving. */
	cancel: LinkProps;
}

interface Props<Typed, Input, Fault extends string> extends EditorProps<Typed, Input> {
	/** What is wrong as far as can be told here, by pointer. */
	faultsOf: (typed: Typed) => Record<string, Fault>;
	words: (fault: Fault) => string;
	/** What is sent; nothing while something is missing. */
	toInput: (typed: Typed) => Input | undefined;
	children: (section: SectionOf<Typed>) => ReactNode;
}

/** The form of one thing that is written. What is wrong stands at its field, whoever says so. */
export function EditorForm<Typed, Input, Fault extends string>(props: Props<Typed, Input, Fault>) {
	const { editor, submit, cancel, faultsOf, words, toInput, children } = props;
	const { t } = useTranslation("common");
	const { typed, action, onChange } = editor;
	const { form, count, said, check } = useFaults<Fault>(action, words);
	const send = () => {
		const input = toInput(typed);
		if (check(faultsOf(typed)) && input !== undefined) editor.save(input);
	};
	return (
		<Stack>
			{editor.restored && <Resumed onRestart={editor.restart} />}
			<Form action={action} onSubmit={send} ref={form}>
				{count > 0 && <Notice tone="bad" title={t("problem.fields", { count })} alert />}
				{children({ typed, said, onChange })}
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{submit ?? t("action.save")}
					</Button>
					<Link {...cancel} className={buttonClass("secondary")}>
						{t("action.cancel")}
					</Link>
				</Actions>
			</Form>
		</Stack>
	);
}
