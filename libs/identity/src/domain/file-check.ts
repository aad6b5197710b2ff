import { addMonths, type Day } from '#kernel';

/** A file nobody has confirmed for six months is to be looked at again [emplois/CAN-28]. */
export const isToCheck = (checkedOn: Day, today: Day): boolean => addMonths(checkedOn, 6) <= today;
