/** Room for half of the first number of a colour legend; Plot takes it, its types do not know it. */
export const legendMargin: object = { marginLeft: 8 };
