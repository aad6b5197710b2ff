import { type ASTVisitor, getNamedType, getNullableType, GraphQLError, type GraphQLOutputType, isListType, isObjectType, Kind, type SelectionNode, type SelectionSetNode, type ValidationContext } from 'graphql';

/** Enough for the largest page of ours several times over; see `cost.rule.spec.ts`. */
export const MAX_COST = 20_000;
const LIST = 10;
const OPERATIONS = 15;
/** What anybody may ask and the platform works for, whatever is asked of the answer: at most five in one document, or ten searches of a place by its name. */
const HEAVY: ReadonlyMap<string, number> = new Map([...['figures', 'drillDown', 'suppliers', 'employers'].map((field) => [field, 3500] as const), ...['perimeters', 'communes'].map((field) => [field, 1900] as const)]);

interface FragmentCosts {
  readonly known: Map<string, number>;
  readonly visiting: Set<string>;
}

/** How many fields a selection asks for, those that fragments bring included. */
const fieldsOf = (context: ValidationContext, root: SelectionSetNode): number => {
  const known = new Map<string, number>();
  const countIn = (set: SelectionSetNode): number => set.selections.reduce((sum, selection) => sum + countOf(selection), 0);
  const countOf = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FIELD) return 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return countIn(selection.selectionSet);
    const name = selection.name.value;
    const fragment = context.getFragment(name);
    if (!fragment) return 0;
    // Circles are refused by another rule; here they only have to end.
    if (!known.has(name)) known.set(name, 0).set(name, countIn(fragment.selectionSet));
    return known.get(name)!;
  };
  return countIn(root);
};

/** Every field costs one, what is under a list ten times as much: a document that could answer with everything is refused before it runs. */
export const costRule = (context: ValidationContext): ASTVisitor => {
  const fragments: FragmentCosts = { known: new Map(), visiting: new Set() };
  const query = context.getSchema().getQueryType();

  const fragmentCost = (name: string): number => {
    const known = fragments.known.get(name);
    if (known !== undefined) return known;
    const fragment = context.getFragment(name);
    if (!fragment || fragments.visiting.has(name)) return 0;
    fragments.visiting.add(name);
    const cost = costOf(fragment.selectionSet, context.getSchema().getType(fragment.typeCondition.name.value) as GraphQLOutputType | undefined);
    fragments.visiting.delete(name);
    fragments.known.set(name, cost);
    return cost;
  };

  const costOf = (selections: SelectionSetNode, parent: GraphQLOutputType | undefined): number => {
    let sum = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) sum += fragmentCost(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) sum += costOf(selection.selectionSet, parent);
      else {
        const type = isObjectType(parent) ? parent.getFields()[selection.name.value]?.type : undefined;
        const inner = selection.selectionSet ? costOf(selection.selectionSet, type && getNamedType(type)) : 0;
        const own = (parent === query && HEAVY.get(selection.name.value)) || 1;
        sum += own + inner * (type && isListType(getNullableType(type)) ? LIST : 1);
      }
    }
    return sum;
  };

  return {
    OperationDefinition(node) {
      const fields = fieldsOf(context, node.selectionSet);
      const cost = costOf(node.selectionSet, context.getSchema().getRootType(node.operation) ?? undefined);
      if (fields > OPERATIONS || cost > MAX_COST) context.reportError(new GraphQLError(`this operation costs ${cost} for at most ${MAX_COST}, in ${fields} parts for at most ${OPERATIONS}`));
    },
  };
};
