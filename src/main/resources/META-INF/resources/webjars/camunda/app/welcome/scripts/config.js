import {named} from '../../../lib/mandate.js';

export default named('Welcome');
